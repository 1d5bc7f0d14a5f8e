package io.billingcenter.domain.billing;

import java.util.List;

/** A workspace-day that was compared with its thresholds, and the alerts raised. */
public record CheckedDay(AlertWork work, List<Alert> alerts) {}
