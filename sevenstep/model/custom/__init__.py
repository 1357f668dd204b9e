"""Fields that an engagement adds: what is declared, what values become, and the classes that have them."""
