"""The public services over HTTP: one module a service, answers turned into values of core."""
