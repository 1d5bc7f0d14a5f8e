-- Attempts at a run, and the close of a month.

-- What reading a slice rejected, counted when all slices of its workspace-day are there.
CREATE TABLE IF NOT EXISTS slice_total (
    workspace_id ${id} NOT NULL,
    billing_day  DATE NOT NULL,
    slice        INTEGER NOT NULL,
    slices       INTEGER NOT NULL,
    row_count    BIGINT NOT NULL,
    parts        VARCHAR(2000) NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, slice, slices)
);
