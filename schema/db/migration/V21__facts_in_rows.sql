-- The measures of a revision, and the usage and charges of a rating, stand as text in the row that they belong to: one row
-- is written and read where there were twenty. The tables go with V22; V23 has views in their place.

ALTER TABLE metered_day ADD COLUMN IF NOT EXISTS measures ${long_text};
ALTER TABLE rated_day ADD COLUMN IF NOT EXISTS usage ${long_text};
ALTER TABLE rated_day ADD COLUMN IF NOT EXISTS charges ${long_text};

UPDATE metered_day SET measures = '{"version":1,"rows":[' || COALESCE((
    SELECT ${join_begin} '["' || m.measure || '",' || CAST(m.retention_days AS VARCHAR(12)) || ','
        || CAST(m.quantity AS VARCHAR(80)) || ',' || COALESCE(CAST(m.largest AS VARCHAR(80)), 'null') || ']'
        ${join_comma} ORDER BY m.measure, m.retention_days ${join_end}
    FROM measure m WHERE m.workspace_id = metered_day.workspace_id AND m.billing_day = metered_day.billing_day
      AND m.revision = metered_day.revision), '') || ']}'
WHERE measures IS NULL;

UPDATE rated_day SET usage = '{"version":1,"rows":[' || COALESCE((
    SELECT ${join_begin} '["' || u.meter || '",' || CAST(u.retention_days AS VARCHAR(12)) || ','
        || CAST(u.quantity AS VARCHAR(80)) || ']'
        ${join_comma} ORDER BY u.meter, u.retention_days ${join_end}
    FROM usage u WHERE u.workspace_id = rated_day.workspace_id AND u.billing_day = rated_day.billing_day
      AND u.rating = rated_day.rating), '') || ']}',
  charges = '{"version":1,"rows":[' || COALESCE((
    SELECT ${join_begin} '["' || c.meter || '",' || CAST(c.retention_days AS VARCHAR(12)) || ','
        || CAST(c.quantity AS VARCHAR(80)) || ',' || COALESCE(CAST(c.list_price AS VARCHAR(80)), 'null') || ','
        || CAST(c.unit_price AS VARCHAR(80)) || ','
        || COALESCE('"' || CAST(c.price_version AS VARCHAR(10)) || '"', 'null') || ',"' || c.currency || '",'
        || CAST(c.exact_amount AS VARCHAR(120)) || ',' || CAST(c.amount AS VARCHAR(80)) || ']'
        ${join_comma} ORDER BY c.meter, c.retention_days ${join_end}
    FROM charge c WHERE c.workspace_id = rated_day.workspace_id AND c.billing_day = rated_day.billing_day
      AND c.rating = rated_day.rating), '') || ']}'
WHERE usage IS NULL;

-- Of ratings that are older than their sums.
UPDATE rated_day SET charge_account = account_id,
  charge_currency = (SELECT MAX(c.currency) FROM charge c WHERE c.workspace_id = rated_day.workspace_id
    AND c.billing_day = rated_day.billing_day AND c.rating = rated_day.rating),
  charge_amount = (SELECT SUM(c.amount) FROM charge c WHERE c.workspace_id = rated_day.workspace_id
    AND c.billing_day = rated_day.billing_day AND c.rating = rated_day.rating)
WHERE is_current = TRUE AND outcome = 'charged' AND charge_account IS NULL
  AND EXISTS (SELECT 1 FROM charge c WHERE c.workspace_id = rated_day.workspace_id
    AND c.billing_day = rated_day.billing_day AND c.rating = rated_day.rating);

-- The usage of each billing day by outcome and meter, for the report, which shows that of two weeks.
CREATE TABLE IF NOT EXISTS usage_day (
    billing_day DATE NOT NULL,
    outcome     VARCHAR(16) NOT NULL,
    meter       ${code} NOT NULL,
    quantity    NUMERIC(80,2) NOT NULL,
    PRIMARY KEY (billing_day, outcome, meter)
);
INSERT INTO usage_day (billing_day, outcome, meter, quantity)
SELECT r.billing_day, r.outcome, u.meter, SUM(u.quantity) FROM rated_day r
JOIN usage u ON u.workspace_id = r.workspace_id AND u.billing_day = r.billing_day AND u.rating = r.rating
WHERE r.is_current = TRUE AND NOT EXISTS (SELECT 1 FROM usage_day)
GROUP BY r.billing_day, r.outcome, u.meter;
