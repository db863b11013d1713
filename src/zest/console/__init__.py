"""What people and programs read: reports as blocks, written plain or with rich, and as JSON envelopes."""
