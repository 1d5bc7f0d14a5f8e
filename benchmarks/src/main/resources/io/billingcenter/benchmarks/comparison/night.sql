-- What follows metering in a night: usage, prices, postings and the rows of the delivered files. Table "measured" has the
-- rows of measures.sql. Money is computed in whole numbers: quantities and amounts in hundredths, prices in millionths.

CREATE TABLE meter (meter VARCHAR, measure VARCHAR, hundredths HUGEINT, unit BIGINT);
INSERT INTO meter VALUES
    ('series', 'series', 100, 1000),
    ('log', 'log_items', 100, 1000000),
    ('forward_external', 'forward_external_bytes', 100, 1000000000),
    ('forward_stored', 'forward_stored_bytes', 100, 1000000000),
    ('network_host', 'network_hosts', 100, 1),
    ('trace', 'trace_ids', 100, 1000000),
    ('trace', 'spans', 10, 1000000),
    ('profile', 'profiles', 100, 10000),
    ('rum_pv', 'rum_views', 100, 10000),
    ('rum_pv', 'rum_events', 1, 10000),
    ('session_replay', 'replay_sessions', 100, 1000),
    ('synthetic', 'synthetic_tests', 100, 10000),
    ('trigger', 'trigger_calls', 100, 10000),
    ('sms', 'sms_sent', 100, 10),
    ('scan', 'scanned_bytes', 100, 1000000000),
    ('report', 'reports_sent', 100, 1),
    ('pipeline', 'pipeline_bytes', 100, 1000000000),
    ('datakit', 'datakits', 100, 1);

CREATE TABLE used AS
SELECT
    workspace_id,
    meter,
    retention_days,
    max(quantity::HUGEINT * hundredths) AS quantity,
    any_value(unit) AS unit
FROM measured
JOIN meter USING (measure)
GROUP BY workspace_id, meter, retention_days;

-- The book in force, a row for each meter, retention, group of sites and currency. Its comments have commas and quotes, so
-- the lines are read as they are.
CREATE TABLE price AS
WITH
line AS (
    SELECT string_split(line, ',') AS cells, filename[-14:-5]::DATE AS version
    FROM read_csv(
        '${books}/*.csv',
        auto_detect = false, header = false, delim = '\t', quote = '', escape = '', filename = true,
        columns = {'line': 'VARCHAR'})
    WHERE NOT starts_with(line, '#') AND NOT starts_with(line, 'meter,')),
book AS (
    SELECT
        cells[1] AS meter,
        CASE WHEN cells[2] <> '' THEN cells[2]::INTEGER ELSE 0 END AS retention_days,
        cells[4] AS cn_cny,
        cells[5] AS os_cny,
        cells[6] AS cn_usd,
        cells[7] AS os_usd,
        version
    FROM line),
listed AS (
    UNPIVOT book ON cn_cny, os_cny, cn_usd, os_usd INTO NAME list VALUE price)
SELECT
    meter,
    retention_days,
    list[:2] AS price_group,
    upper(list[4:]) AS currency,
    price,
    (price::DECIMAL(18, 6) * 1000000)::HUGEINT AS millionths,
    version
FROM listed
WHERE version = (SELECT max(version) FROM book WHERE version <= DATE '${day}') AND price <> '';

-- Sites as in config/application.yml; cn6 belongs to the other group.
CREATE TABLE payer AS
SELECT
    workspaces.workspace_id,
    account_id,
    currency,
    CASE WHEN site IN ('cn1', 'cn2', 'cn3', 'cn4', 'cn5') THEN 'cn' ELSE 'os' END AS price_group
FROM read_csv('${reference}/workspaces.csv', header = true, all_varchar = true) AS workspaces
JOIN read_csv('${reference}/bindings.csv', header = true, all_varchar = true) AS bindings
    ON bindings.workspace_id = workspaces.workspace_id
    AND bindings."from"::DATE <= DATE '${day}'
    AND (coalesce(bindings."to", '') = '' OR bindings."to"::DATE > DATE '${day}')
JOIN read_csv('${reference}/billing_accounts.csv', header = true, all_varchar = true) AS accounts USING (account_id);

-- Collectors have no price and are only shown. An amount is rounded half up, once.
CREATE TABLE posting AS
SELECT
    account_id,
    workspace_id,
    meter,
    retention_days,
    quantity,
    unit,
    price,
    currency,
    (quantity * millionths * 2 + unit::HUGEINT * 1000000) // (unit::HUGEINT * 2000000) AS amount,
    version
FROM used
JOIN payer USING (workspace_id)
JOIN price USING (meter, retention_days, price_group, currency);

CREATE MACRO quantity_text(hundredths) AS
    (hundredths // 100)::VARCHAR || CASE
        WHEN hundredths % 100 = 0 THEN ''
        WHEN hundredths % 10 = 0 THEN '.' || (hundredths % 100 // 10)::VARCHAR
        ELSE '.' || lpad((hundredths % 100)::VARCHAR, 2, '0')
    END;

-- From here on the order of rows is kept. The last column ends with the first character of the end of a line.
SET preserve_insertion_order = true;

CREATE TABLE usage_row AS
SELECT
    '${day}' AS billing_day,
    workspace_id,
    meter,
    CASE WHEN retention_days <> 0 THEN retention_days END AS retention_days,
    quantity_text(quantity) AS quantity,
    unit,
    '1' || chr(13) AS revision
FROM used
ORDER BY workspace_id, meter, used.retention_days;

CREATE TABLE bill_line_row AS
SELECT
    '${day}' AS posted_day,
    '${day}' AS billing_day,
    account_id,
    workspace_id,
    meter,
    CASE WHEN retention_days <> 0 THEN retention_days END AS retention_days,
    'usage' AS kind,
    quantity_text(quantity) AS quantity,
    unit,
    price,
    currency,
    (amount // 100)::VARCHAR || '.' || lpad((amount % 100)::VARCHAR, 2, '0') AS amount,
    version,
    'p' || sha256(concat_ws('|', '${day}', account_id, workspace_id, meter,
        CASE WHEN retention_days <> 0 THEN retention_days::VARCHAR ELSE '' END, currency, '1'))[:24] || chr(13)
        AS posting_id
FROM posting
ORDER BY account_id, workspace_id, meter, posting.retention_days;
