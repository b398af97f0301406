-- The directory (names, codes and places of all bodies) is asked for by nearly every act and changes a few times a year.
-- Every change of it gives its centre a revision that never was before, in the same transaction: a process that keeps the
-- directory of a revision may answer from it.
CREATE TABLE organisation.directory_revision (
  centre_id integer PRIMARY KEY,
  revision uuid NOT NULL
);
