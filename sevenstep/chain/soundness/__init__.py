"""Soundness of a flow (van der Aalst): whatever happens it can end, it ends once, and every step can happen."""
