-- The files of a task as they were listed; their rows in traffic_file come with what reading them gave. NULL when listing
-- has made those rows: for slices, for a list that is too long for the column, and in a database that is older.
ALTER TABLE metering_task ADD COLUMN IF NOT EXISTS files ${text};
