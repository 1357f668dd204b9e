"""The chain in time: projects date measures, measures change flows, flows give indicators their values."""
