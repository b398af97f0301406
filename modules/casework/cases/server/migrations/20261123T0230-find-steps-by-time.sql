-- Steps are written in the order of time: a few pages of ranges find those of a day among millions.
CREATE INDEX case_event_at ON cases.case_event USING brin (at);
