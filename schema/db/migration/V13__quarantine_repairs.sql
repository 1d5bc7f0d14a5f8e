-- Bad records that were mended: which one, its bytes then, and the file that its mended record was put into. An original that
-- has other bytes now, or whose repair file is no longer read, is not repaired. mended_digest: of all records in place of it.
CREATE TABLE IF NOT EXISTS quarantine_repair (
    workspace_id        ${id} NOT NULL,
    billing_day         DATE NOT NULL,
    file                ${path} NOT NULL,
    byte_offset         BIGINT NOT NULL,
    line                BIGINT NOT NULL,
    raw                 ${bytes} NOT NULL,
    mended_digest       VARCHAR(64) NOT NULL,
    repair_workspace_id ${id} NOT NULL,
    repair_day          DATE NOT NULL,
    repair_file         ${path} NOT NULL,
    run_id              BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, file, byte_offset, line, repair_workspace_id, repair_day, repair_file)
);
