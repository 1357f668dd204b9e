"""What the method asks of each item before it ranks them: complete, staffed, provided for, adjustable."""
