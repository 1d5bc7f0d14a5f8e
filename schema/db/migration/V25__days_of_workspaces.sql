-- A night looks at every workspace-day of the late window, day by day and workspaces in order, whatever the history is.
CREATE INDEX IF NOT EXISTS day_reading_of_day ON day_reading (billing_day, workspace_id);
DROP INDEX IF EXISTS day_reading_day;
CREATE INDEX IF NOT EXISTS metered_day_of_day ON metered_day (billing_day, workspace_id);
DROP INDEX IF EXISTS metered_day_day;
CREATE INDEX IF NOT EXISTS rated_day_of_day ON rated_day (billing_day, workspace_id);
DROP INDEX IF EXISTS rated_day_charge;
