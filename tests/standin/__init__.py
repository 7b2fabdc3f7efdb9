"""A stand-in for Klass, Geonorge's downloads and catalogue, and its WMS: a small server on this machine, quirks included."""

from .server import Request, Standin, wait_until

__all__ = ["Request", "Standin", "wait_until"]
