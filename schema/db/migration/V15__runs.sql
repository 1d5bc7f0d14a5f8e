-- Runs: the tables of Spring Batch, a number of our own for every run, and the folders that files are delivered into.

-- The tables of Spring Batch 6 as its script makes them; those that a database has are kept, with what is in them.
CREATE TABLE IF NOT EXISTS BATCH_JOB_INSTANCE (
    JOB_INSTANCE_ID BIGINT ${identity} NOT NULL PRIMARY KEY,
    VERSION BIGINT,
    JOB_NAME VARCHAR(100) NOT NULL,
    JOB_KEY VARCHAR(32) NOT NULL,
    CONSTRAINT JOB_INST_UN UNIQUE (JOB_NAME, JOB_KEY)
);
CREATE TABLE IF NOT EXISTS BATCH_JOB_EXECUTION (
    JOB_EXECUTION_ID BIGINT ${identity} NOT NULL PRIMARY KEY,
    VERSION BIGINT,
    JOB_INSTANCE_ID BIGINT NOT NULL,
    CREATE_TIME ${instant} NOT NULL,
    START_TIME ${instant} DEFAULT NULL,
    END_TIME ${instant} DEFAULT NULL,
    STATUS VARCHAR(10),
    EXIT_CODE VARCHAR(2500),
    EXIT_MESSAGE VARCHAR(2500),
    LAST_UPDATED ${instant},
    CONSTRAINT JOB_INST_EXEC_FK FOREIGN KEY (JOB_INSTANCE_ID) REFERENCES BATCH_JOB_INSTANCE (JOB_INSTANCE_ID)
);
CREATE TABLE IF NOT EXISTS BATCH_JOB_EXECUTION_PARAMS (
    JOB_EXECUTION_ID BIGINT NOT NULL,
    PARAMETER_NAME VARCHAR(100) NOT NULL,
    PARAMETER_TYPE VARCHAR(100) NOT NULL,
    PARAMETER_VALUE VARCHAR(2500),
    IDENTIFYING CHAR(1) NOT NULL,
    CONSTRAINT JOB_EXEC_PARAMS_FK FOREIGN KEY (JOB_EXECUTION_ID) REFERENCES BATCH_JOB_EXECUTION (JOB_EXECUTION_ID)
);
CREATE TABLE IF NOT EXISTS BATCH_STEP_EXECUTION (
    STEP_EXECUTION_ID BIGINT ${identity} NOT NULL PRIMARY KEY,
    VERSION BIGINT NOT NULL,
    STEP_NAME VARCHAR(100) NOT NULL,
    JOB_EXECUTION_ID BIGINT NOT NULL,
    CREATE_TIME ${instant} NOT NULL,
    START_TIME ${instant} DEFAULT NULL,
    END_TIME ${instant} DEFAULT NULL,
    STATUS VARCHAR(10),
    COMMIT_COUNT BIGINT,
    READ_COUNT BIGINT,
    FILTER_COUNT BIGINT,
    WRITE_COUNT BIGINT,
    READ_SKIP_COUNT BIGINT,
    WRITE_SKIP_COUNT BIGINT,
    PROCESS_SKIP_COUNT BIGINT,
    ROLLBACK_COUNT BIGINT,
    EXIT_CODE VARCHAR(2500),
    EXIT_MESSAGE VARCHAR(2500),
    LAST_UPDATED ${instant},
    CONSTRAINT JOB_EXEC_STEP_FK FOREIGN KEY (JOB_EXECUTION_ID) REFERENCES BATCH_JOB_EXECUTION (JOB_EXECUTION_ID)
);
CREATE TABLE IF NOT EXISTS BATCH_STEP_EXECUTION_CONTEXT (
    STEP_EXECUTION_ID BIGINT NOT NULL PRIMARY KEY,
    SHORT_CONTEXT VARCHAR(2500) NOT NULL,
    SERIALIZED_CONTEXT ${long_text},
    CONSTRAINT STEP_EXEC_CTX_FK FOREIGN KEY (STEP_EXECUTION_ID) REFERENCES BATCH_STEP_EXECUTION (STEP_EXECUTION_ID)
);
CREATE TABLE IF NOT EXISTS BATCH_JOB_EXECUTION_CONTEXT (
    JOB_EXECUTION_ID BIGINT NOT NULL PRIMARY KEY,
    SHORT_CONTEXT VARCHAR(2500) NOT NULL,
    SERIALIZED_CONTEXT ${long_text},
    CONSTRAINT JOB_EXEC_CTX_FK FOREIGN KEY (JOB_EXECUTION_ID) REFERENCES BATCH_JOB_EXECUTION (JOB_EXECUTION_ID)
);
CREATE ${sequence} IF NOT EXISTS BATCH_STEP_EXECUTION_SEQ ${of_sequence};
CREATE ${sequence} IF NOT EXISTS BATCH_JOB_EXECUTION_SEQ ${of_sequence};
CREATE ${sequence} IF NOT EXISTS BATCH_JOB_INSTANCE_SEQ ${of_sequence};
CREATE INDEX IF NOT EXISTS batch_ix_execution_instance ON BATCH_JOB_EXECUTION (JOB_INSTANCE_ID);
CREATE INDEX IF NOT EXISTS batch_ix_step_execution ON BATCH_STEP_EXECUTION (JOB_EXECUTION_ID, STEP_NAME);
CREATE INDEX IF NOT EXISTS batch_ix_execution_params ON BATCH_JOB_EXECUTION_PARAMS (JOB_EXECUTION_ID);

-- Numbers of runs only grow, whatever becomes of the tables of Spring Batch.
CREATE SEQUENCE IF NOT EXISTS run_number;

-- A run: what all tries to do one thing have in common. attempt: its number among those of the same job, period, workspace
-- and posted day. instance_id: the job instance of Spring Batch, as long as it has one. finished: a try came to its end.
-- posted: postings were begun. inputs_digest: of the input that the last try was begun with.
CREATE TABLE IF NOT EXISTS run (
    run_id        BIGINT NOT NULL,
    job_name      ${code} NOT NULL,
    period        VARCHAR(10) NOT NULL,
    workspace_id  ${id} NOT NULL,
    posted_day    DATE,
    attempt       INTEGER NOT NULL,
    instance_id   BIGINT,
    finished      BOOLEAN NOT NULL,
    posted        BOOLEAN NOT NULL,
    inputs_digest VARCHAR(64),
    PRIMARY KEY (run_id)
);
CREATE INDEX IF NOT EXISTS run_of_period ON run (job_name, period);
CREATE INDEX IF NOT EXISTS run_instance ON run (instance_id);

-- Runs of a database that is older keep their numbers, which were those of their job instances.
INSERT INTO run (run_id, job_name, period, workspace_id, posted_day, attempt, instance_id, finished, posted)
SELECT t.run_id, t.job_name, COALESCE(t.of_day, t.of_month, ''), COALESCE(t.of_workspace, ''),
       CAST(t.posted_day AS DATE), COALESCE(CAST(t.attempt AS INTEGER), 1), t.run_id, t.completed > 0,
       COALESCE(p.posted, 0) > 0
FROM (SELECT i.JOB_INSTANCE_ID AS run_id, i.JOB_NAME AS job_name,
             MAX(CASE WHEN a.PARAMETER_NAME = 'day' THEN a.PARAMETER_VALUE END) AS of_day,
             MAX(CASE WHEN a.PARAMETER_NAME = 'month' THEN a.PARAMETER_VALUE END) AS of_month,
             MAX(CASE WHEN a.PARAMETER_NAME = 'workspace' THEN a.PARAMETER_VALUE END) AS of_workspace,
             MAX(CASE WHEN a.PARAMETER_NAME = 'postedDay' THEN a.PARAMETER_VALUE END) AS posted_day,
             MAX(CASE WHEN a.PARAMETER_NAME = 'run' THEN a.PARAMETER_VALUE END) AS attempt,
             MAX(CASE WHEN e.STATUS = 'COMPLETED' THEN 1 ELSE 0 END) AS completed
      FROM BATCH_JOB_INSTANCE i
      JOIN BATCH_JOB_EXECUTION e ON e.JOB_INSTANCE_ID = i.JOB_INSTANCE_ID
      LEFT JOIN BATCH_JOB_EXECUTION_PARAMS a ON a.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID
      GROUP BY i.JOB_INSTANCE_ID, i.JOB_NAME) t
LEFT JOIN (SELECT run_id, COUNT(*) AS posted FROM posting GROUP BY run_id) p ON p.run_id = t.run_id
WHERE NOT EXISTS (SELECT 1 FROM run r WHERE r.run_id = t.run_id);

-- A number that other tables refer to and of which no run is known stands for all of those before it.
INSERT INTO run (run_id, job_name, period, workspace_id, attempt, finished, posted)
SELECT h.highest, 'earlier', '', '', 1, TRUE, TRUE
FROM (SELECT MAX(n.run_id) AS highest FROM (
        SELECT MAX(run_id) AS run_id FROM day_reading
        UNION ALL SELECT MAX(run_id) FROM metered_day
        UNION ALL SELECT MAX(run_id) FROM late_day
        UNION ALL SELECT MAX(run_id) FROM rated_day
        UNION ALL SELECT MAX(run_id) FROM posting
        UNION ALL SELECT MAX(run_id) FROM invoice
        UNION ALL SELECT MAX(run_id) FROM fee_day
        UNION ALL SELECT MAX(run_id) FROM settled_day
        UNION ALL SELECT MAX(run_id) FROM ledger_entry
        UNION ALL SELECT MAX(run_id) FROM raised_alert
        UNION ALL SELECT MAX(run_id) FROM quarantine_repair
        UNION ALL SELECT MAX(run_id) FROM control_total
        UNION ALL SELECT MAX(run_id) FROM gate_passed
        UNION ALL SELECT MAX(run_id) FROM balance_check
        UNION ALL SELECT MAX(run_id) FROM discrepancy
        UNION ALL SELECT MAX(run_id) FROM run_seal) n) h
WHERE h.highest > (SELECT COALESCE(MAX(r.run_id), -1) FROM run r);

-- The output folders that were taken over: each has a marker with the id, at that real path.
CREATE TABLE IF NOT EXISTS installation (
    installation_id ${code} NOT NULL,
    folder          ${text} NOT NULL,
    PRIMARY KEY (installation_id)
);

-- The highest number that a report in an adopted folder has among those of its job and period.
CREATE TABLE IF NOT EXISTS adopted_report (
    job_name    ${code} NOT NULL,
    period      VARCHAR(10) NOT NULL,
    last_number BIGINT NOT NULL,
    PRIMARY KEY (job_name, period)
);

-- Months of which an adopted folder had invoices: they were closed by another database.
CREATE TABLE IF NOT EXISTS month_closed_outside (
    billing_month VARCHAR(7) NOT NULL,
    PRIMARY KEY (billing_month)
);

-- Upgrades of the tables: begun when the row is there, done when it has a new digest. copy_folder: where the database was
-- copied to before; empty for a server. differences: rows that were not as sealed, accepted by whom, when and why.
CREATE TABLE IF NOT EXISTS schema_upgrade (
    schema_version INTEGER NOT NULL,
    from_version   INTEGER NOT NULL,
    old_digest     VARCHAR(64) NOT NULL,
    new_digest     VARCHAR(64),
    copy_folder    ${text} NOT NULL,
    differences    BIGINT NOT NULL,
    reason         ${text},
    given_by       ${text},
    given_at       VARCHAR(40),
    PRIMARY KEY (schema_version)
);
