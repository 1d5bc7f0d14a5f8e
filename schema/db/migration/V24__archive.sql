-- Details of closed months in archive files, outside of the database.

-- The archive files. path: below the archive folder. row_counts: rows of each table in the file. A file may have workspace-days
-- that came back into the tables since, or that a later file has: those that count are in purged_day.
CREATE TABLE IF NOT EXISTS archive_file (
    file_number    INTEGER NOT NULL,
    billing_month  VARCHAR(7) NOT NULL,
    path           ${path} NOT NULL,
    workspace_days BIGINT NOT NULL,
    row_counts     ${text} NOT NULL,
    size_bytes     BIGINT NOT NULL,
    sha256         VARCHAR(64) NOT NULL,
    run_id         BIGINT NOT NULL,
    PRIMARY KEY (file_number)
);

-- Workspace-days whose details are in an archive file and no longer in the tables. start_byte: where decompression begins.
-- reading and the columns after it: of the last reading; reading 0 for none. has_usage: whether it led to any usage.
CREATE TABLE IF NOT EXISTS purged_day (
    workspace_id     ${id} NOT NULL,
    billing_day      DATE NOT NULL,
    file_number      INTEGER NOT NULL,
    start_byte       BIGINT NOT NULL,
    reading          INTEGER NOT NULL,
    input_digest     VARCHAR(64) NOT NULL,
    files            INTEGER NOT NULL,
    unreadable_files BIGINT NOT NULL,
    records          BIGINT NOT NULL,
    has_usage        BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, billing_day)
);
CREATE INDEX IF NOT EXISTS purged_day_day ON purged_day (billing_day, workspace_id);
