-- Files that are gone or cannot be got at never take back what was counted of them.

-- The last reading of a workspace-day that did not come to count, or that has to be repeated: its files and terms, so that the same
-- is not read every night. may_pass: a file could not be read for a reason that its size and time do not show; it is read again by
-- the next run. A row goes when a reading counts that was not in want of a file.
CREATE TABLE IF NOT EXISTS reading_attempt (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    input_digest VARCHAR(64) NOT NULL,
    counts       BOOLEAN NOT NULL,
    may_pass     BOOLEAN NOT NULL,
    run_id       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, billing_day)
);

-- Files that a person has withdrawn and that were counted; a row goes when a reading without the file counts.
CREATE TABLE IF NOT EXISTS withdrawn_file (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    name         ${path} NOT NULL,
    run_id       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, name)
);
