-- Files that were fetched from a remote traffic store into the staging folder.

-- remote_modified, remote_version: time of change and version that the store gave; an empty version for a store without
-- versions. listed: whether the last listing of the day had the file. fetched: whether its copy is in the staging folder.
CREATE TABLE IF NOT EXISTS remote_file (
    workspace_id    ${id} NOT NULL,
    billing_day     DATE NOT NULL,
    name            ${path} NOT NULL,
    size_bytes      BIGINT NOT NULL,
    remote_modified VARCHAR(40) NOT NULL,
    remote_version  VARCHAR(256) NOT NULL,
    listed          BOOLEAN NOT NULL,
    fetched         BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, billing_day, name)
);
CREATE INDEX IF NOT EXISTS remote_file_of_day ON remote_file (billing_day, workspace_id);
