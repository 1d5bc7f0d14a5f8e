-- What reading a workspace-day may take: memory for its tables, and threads. A task listed before may take what it needs.
ALTER TABLE metering_task ADD COLUMN IF NOT EXISTS table_bytes BIGINT DEFAULT 9223372036854775807 NOT NULL;
ALTER TABLE metering_task ADD COLUMN IF NOT EXISTS threads INTEGER DEFAULT 1 NOT NULL;
