-- Metering: what was listed, read and measured. A workspace-day is read again (reading) when its files or its terms
-- change; a revision is made only when that gives other measures. Rows are added, never changed, but for "current".

-- Work that listTraffic found and meterTraffic has not done yet; the row goes in the transaction that stores the result.
CREATE TABLE IF NOT EXISTS metering_task (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    reading      INTEGER NOT NULL,
    input_digest VARCHAR(64) NOT NULL,
    size_bytes   BIGINT NOT NULL,
    slice        INTEGER NOT NULL,
    slices       INTEGER NOT NULL,
    bin          INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, slice)
);
CREATE INDEX IF NOT EXISTS metering_task_bin ON metering_task (bin, workspace_id, billing_day, slice);

-- A workspace-day that is read in slices: what each slice amounts to, until all are there and are added up.
CREATE TABLE IF NOT EXISTS sliced_day (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    reading      INTEGER NOT NULL,
    input_digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (workspace_id, billing_day)
);

CREATE TABLE IF NOT EXISTS slice_file (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    slice        INTEGER NOT NULL,
    name         ${path} NOT NULL,
    record_hash  VARCHAR(32) NOT NULL,
    unreadable   BOOLEAN NOT NULL,
    records      BIGINT NOT NULL,
    accepted     BIGINT NOT NULL,
    duplicates   BIGINT NOT NULL,
    conflicts    BIGINT NOT NULL,
    quarantined  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, slice, name)
);

CREATE TABLE IF NOT EXISTS slice_measure (
    workspace_id   ${id} NOT NULL,
    billing_day    DATE NOT NULL,
    slice          INTEGER NOT NULL,
    measure        ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    quantity       NUMERIC(60,0) NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, slice, measure, retention_days)
);

CREATE TABLE IF NOT EXISTS traffic_file (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    reading      INTEGER NOT NULL,
    name         ${path} NOT NULL,
    size_bytes   BIGINT NOT NULL,
    modified     VARCHAR(40) NOT NULL,
    unreadable   BOOLEAN,
    records      BIGINT,
    accepted     BIGINT,
    duplicates   BIGINT,
    conflicts    BIGINT,
    quarantined  BIGINT,
    PRIMARY KEY (workspace_id, billing_day, reading, name)
);

CREATE TABLE IF NOT EXISTS day_reading (
    workspace_id     ${id} NOT NULL,
    billing_day      DATE NOT NULL,
    reading          INTEGER NOT NULL,
    input_digest     VARCHAR(64) NOT NULL,
    revision         INTEGER NOT NULL,
    files            INTEGER NOT NULL,
    unreadable_files INTEGER NOT NULL,
    records          BIGINT NOT NULL,
    accepted         BIGINT NOT NULL,
    duplicates       BIGINT NOT NULL,
    conflicts        BIGINT NOT NULL,
    quarantined      BIGINT NOT NULL,
    over_limit       BOOLEAN NOT NULL,
    is_current       BOOLEAN NOT NULL,
    run_id           BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, reading)
);
CREATE INDEX IF NOT EXISTS day_reading_run ON day_reading (run_id);
CREATE INDEX IF NOT EXISTS day_reading_day ON day_reading (billing_day);

CREATE TABLE IF NOT EXISTS metered_day (
    workspace_id   ${id} NOT NULL,
    billing_day    DATE NOT NULL,
    revision       INTEGER NOT NULL,
    content_digest VARCHAR(64) NOT NULL,
    record_hash    VARCHAR(32) NOT NULL,
    is_current     BOOLEAN NOT NULL,
    run_id         BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, revision)
);
CREATE INDEX IF NOT EXISTS metered_day_day ON metered_day (billing_day);

CREATE TABLE IF NOT EXISTS measure (
    workspace_id   ${id} NOT NULL,
    billing_day    DATE NOT NULL,
    revision       INTEGER NOT NULL,
    measure        ${code} NOT NULL,
    retention_days INTEGER NOT NULL,
    quantity       NUMERIC(60,0) NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, revision, measure, retention_days)
);

CREATE TABLE IF NOT EXISTS quarantined_record (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    reading      INTEGER NOT NULL,
    file         ${path} NOT NULL,
    line         BIGINT NOT NULL,
    byte_offset  BIGINT NOT NULL,
    reason       ${code} NOT NULL,
    detail       ${text} NOT NULL,
    raw          ${bytes} NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, reading, file, byte_offset, line)
);

-- New files of days that are too old to be billed by themselves.
CREATE TABLE IF NOT EXISTS late_day (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    detail       ${text} NOT NULL,
    run_id       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, billing_day)
);
