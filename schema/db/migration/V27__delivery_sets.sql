-- A period is a billing day (2026-11-21), a billing month (2026-11) or a set of other files of a closed month (2026-11/documents).
ALTER TABLE delivery ALTER COLUMN period SET DATA TYPE VARCHAR(32);
ALTER TABLE delivered_file ALTER COLUMN period SET DATA TYPE VARCHAR(32);
