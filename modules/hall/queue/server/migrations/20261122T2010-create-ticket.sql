-- Everything of the hall's queue.
CREATE SCHEMA queue;
