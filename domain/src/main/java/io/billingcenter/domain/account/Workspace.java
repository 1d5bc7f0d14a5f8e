package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;

/**
 * The unit whose usage is metered.
 *
 * @param site code of its site
 * @param consoleAccount e-mail address of the console account that owns it
 * @param created first billing day of its existence
 */
public record Workspace(
        WorkspaceId id,
        String name,
        String site,
        String consoleAccount,
        StorageType storage,
        Channel channel,
        BillingDay created) {}
