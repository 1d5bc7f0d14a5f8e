package io.billingcenter.domain.account;

import java.time.ZoneId;

/** A regional installation with its own data (billing rules 5.2); its zone defines the billing day (reading Q1). */
public record Site(String code, SiteGroup group, ZoneId zone) {}
