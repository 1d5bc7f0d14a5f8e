package io.billingcenter.jobs.guard;

import io.billingcenter.config.GuardSettings;
import io.billingcenter.domain.guard.AccountLimits;
import io.billingcenter.domain.guard.CurrencyFloor;
import io.billingcenter.domain.guard.NightLimits;

/** The limits of the change guard from the settings. */
final class GuardLimits {

    private GuardLimits() {}

    static AccountLimits account(GuardSettings settings) {
        GuardSettings.Account account = settings.account();
        return new AccountLimits(account.factor(), floor(account.floor()), account.historyDays(), account.leastDays());
    }

    static NightLimits night(GuardSettings settings) {
        GuardSettings.Night night = settings.night();
        return new NightLimits(
                new NightLimits.Share(night.belowShare(), floor(night.belowFloor())),
                new NightLimits.Share(night.aboveShare(), floor(night.aboveFloor())),
                new NightLimits.CountShare(night.adjustedShare(), night.adjustedDays()),
                new NightLimits.Usage(
                        night.usageFactor(),
                        night.usageFactorLarge(),
                        night.largeAccounts(),
                        floor(night.usageFloor())),
                new NightLimits.CountShare(night.unusualShare(), night.unusualAccounts()),
                settings.account().leastDays());
    }

    static NightLimits.Share record(GuardSettings settings) {
        GuardSettings.Report report = settings.report();
        return new NightLimits.Share(report.recordShare(), floor(report.recordFloor()));
    }

    private static CurrencyFloor floor(GuardSettings.Amounts amounts) {
        return new CurrencyFloor(amounts.cny(), amounts.usd());
    }
}
