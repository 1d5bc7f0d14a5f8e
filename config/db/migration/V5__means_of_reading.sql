-- What reading a workspace-day may take: memory for its tables, and threads.
ALTER TABLE metering_task ADD COLUMN IF NOT EXISTS table_bytes BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE metering_task ADD COLUMN IF NOT EXISTS threads INTEGER DEFAULT 1 NOT NULL;
