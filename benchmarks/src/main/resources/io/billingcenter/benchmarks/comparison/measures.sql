-- The rows of table "measure", from the view "record" (every record once).
WITH
measure_of_kind (kind, measure, retention_days, figure) AS (VALUES
    ('metric', 'series', 7, 'distinct'),
    ('log', 'log_items', 14, 'total'),
    ('event', 'log_items', 14, 'total'),
    ('security_check', 'log_items', 14, 'total'),
    ('synthetic_self', 'log_items', 14, 'total'),
    ('span', 'spans', 14, 'total'),
    ('span', 'trace_ids', 14, 'distinct'),
    ('profile', 'profiles', 14, 'total'),
    ('rum_view', 'rum_views', 14, 'total'),
    ('rum_resource', 'rum_events', 14, 'total'),
    ('rum_action', 'rum_events', 14, 'total'),
    ('rum_error', 'rum_events', 14, 'total'),
    ('rum_long_task', 'rum_events', 14, 'total'),
    ('session_replay', 'replay_sessions', 0, 'sessions'),
    ('network', 'network_hosts', 0, 'distinct'),
    ('datakit', 'datakits', 0, 'alive'),
    ('trigger', 'trigger_calls', 0, 'total'),
    ('synthetic', 'synthetic_tests', 0, 'total'),
    ('sms', 'sms_sent', 0, 'total'),
    ('report', 'reports_sent', 0, 'total'),
    ('scan', 'scanned_bytes', 0, 'total'),
    ('pipeline', 'pipeline_bytes', 0, 'total'),
    ('forward_external', 'forward_external_bytes', 0, 'total'),
    ('forward_stored', 'forward_stored_bytes', 0, 'largest')),
-- A row for every series, trace id and hour, session, host, collector and forwarding rule; one for the rest of a kind.
entry AS (
    SELECT workspace_id, kind, subject, entity, hour, sum(quantity) AS total, max(quantity) AS largest
    FROM record
    GROUP BY ALL)
SELECT
    workspace_id,
    measure,
    retention_days,
    sum(CASE figure
        WHEN 'total' THEN total
        WHEN 'distinct' THEN 1
        WHEN 'largest' THEN largest
        WHEN 'sessions' THEN greatest(1, largest // 14400)
        WHEN 'alive' THEN (largest >= 43200)::INTEGER
    END) AS quantity
FROM entry
JOIN measure_of_kind ON measure_of_kind.kind = entry.kind
GROUP BY ALL
HAVING quantity <> 0;
