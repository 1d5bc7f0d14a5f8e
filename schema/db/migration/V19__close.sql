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

-- Closed months with the word of the person who closed them although something spoke against it. accepted: names of reasons,
-- with commas; empty when nothing was accepted. digest: of the checklist.
CREATE TABLE IF NOT EXISTS month_close (
    billing_month VARCHAR(7) NOT NULL,
    accepted      ${text} NOT NULL,
    reason        ${text} NOT NULL,
    accepted_by   ${text} NOT NULL,
    accepted_on   DATE,
    digest        VARCHAR(64) NOT NULL,
    run_id        BIGINT NOT NULL,
    PRIMARY KEY (billing_month)
);

-- Their checklists. effect: listed, or blocks and was accepted.
CREATE TABLE IF NOT EXISTS month_close_finding (
    billing_month VARCHAR(7) NOT NULL,
    item          INTEGER NOT NULL,
    reason        ${code} NOT NULL,
    finding_day   DATE,
    subject       ${path} NOT NULL,
    detail        ${text} NOT NULL,
    effect        ${code} NOT NULL,
    PRIMARY KEY (billing_month, item)
);
