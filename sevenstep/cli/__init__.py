"""The command line: one file a command. Large libraries are imported inside the commands: ``--help`` loads none."""
