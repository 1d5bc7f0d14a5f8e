-- V21 has copied the rows of these tables. They go in a file of their own, so that it can be repeated.

DROP TABLE IF EXISTS measure;
DROP TABLE IF EXISTS usage;
DROP TABLE IF EXISTS charge;
