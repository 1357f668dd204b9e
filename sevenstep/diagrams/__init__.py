"""The pictures of an engagement: what is drawn (one file a picture), how it looks (style), and how it is laid out."""
