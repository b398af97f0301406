CREATE SCHEMA contracts;
