-- What reading a workspace-day may take: memory for its tables, and threads; a task listed before may take what it needs.
-- And its place in the row of its bin, by which a page of tasks is found without sorting all of them.
ALTER TABLE metering_task ADD COLUMN IF NOT EXISTS table_bytes BIGINT DEFAULT 9223372036854775807 NOT NULL;
ALTER TABLE metering_task ADD COLUMN IF NOT EXISTS threads INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE metering_task ADD COLUMN IF NOT EXISTS task_number INTEGER DEFAULT 0 NOT NULL;
CREATE INDEX IF NOT EXISTS metering_task_number ON metering_task (bin, task_number);
DROP INDEX IF EXISTS metering_task_bin;
