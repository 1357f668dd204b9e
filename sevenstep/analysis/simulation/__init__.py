"""Cases and queues at random: where the structure of a flow gives no exact answer."""
