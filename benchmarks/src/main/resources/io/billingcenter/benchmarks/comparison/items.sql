-- What a traffic record says, in the fewest columns that still decide a measure: fewer columns make a smaller hash table.
-- ${files} is the glob of the day's files.
CREATE TYPE traffic_kind AS ENUM (
    'metric', 'log', 'event', 'security_check', 'synthetic', 'synthetic_self', 'span', 'profile',
    'rum_view', 'rum_resource', 'rum_action', 'rum_error', 'rum_long_task', 'session_replay', 'network',
    'trigger', 'sms', 'forward_external', 'forward_stored', 'scan', 'pipeline', 'report', 'datakit');

CREATE VIEW traffic AS
SELECT * REPLACE (coalesce(count, 1) AS count)
FROM read_csv(
    '${files}',
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    columns = {
        'record_id': 'VARCHAR',
        'time': 'TIMESTAMP', -- an offset is taken into account; the result is in UTC
        'workspace_id': 'VARCHAR',
        'kind': 'traffic_kind',
        'subject': 'VARCHAR',
        'entity': 'VARCHAR',
        'count': 'BIGINT',
        'bytes': 'BIGINT',
        'seconds': 'BIGINT'});

CREATE VIEW item AS
SELECT
    workspace_id,
    record_id,
    kind,
    CASE WHEN kind IN ('metric', 'forward_stored') THEN subject END AS subject,
    CASE WHEN kind IN ('metric', 'span', 'session_replay', 'network', 'datakit') THEN entity END AS entity,
    -- billing days of UTC+8 begin at a full hour of UTC, so these are the hours of the billing day, in another order
    CASE WHEN kind = 'span' THEN hour(time)::TINYINT END AS hour,
    CASE
        WHEN kind IN ('log', 'event', 'security_check', 'synthetic_self')
            THEN count * greatest(1, bytes // 10240)
        WHEN kind = 'profile'
            THEN count * greatest(1, bytes // 307200)
        WHEN kind IN ('forward_external', 'scan', 'pipeline')
            THEN count * bytes
        WHEN kind = 'forward_stored'
            THEN bytes
        WHEN kind IN ('session_replay', 'datakit')
            THEN seconds
        WHEN kind = 'trigger'
            THEN count * CASE
                    WHEN subject IN ('monitor.mutation', 'monitor.interval', 'monitor.outlier', 'monitor.log') THEN 5
                    WHEN subject = 'smart.rum' THEN 100
                    WHEN starts_with(subject, 'smart.') THEN 10
                    ELSE 1
                END
                + (greatest(0, seconds - 900) + 899) // 900
        ELSE count
    END AS quantity
FROM traffic;
