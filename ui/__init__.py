"""What the user sees: the dock, its pages and their models."""
