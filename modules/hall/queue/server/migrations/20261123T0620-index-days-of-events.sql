-- Events are asked for by their day, most often of all sites together; of one site they are few enough to be picked out.
CREATE INDEX ticket_event_at ON queue.ticket_event (centre_id, day, at);
DROP INDEX queue.ticket_event_day;
CREATE INDEX window_event_at ON queue.window_event (centre_id, day, at);
DROP INDEX queue.window_event_day;
