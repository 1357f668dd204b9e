"""From pictures to files: through the engine, filtered, as SVG, PNG or DOT."""
