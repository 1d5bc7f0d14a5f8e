package io.billingcenter.domain.billing;

import java.util.List;

/** A workspace-day that was compared with its thresholds, and the alerts that this raised. */
public record CheckedDay(AlertWork work, List<Alert> alerts) {}
