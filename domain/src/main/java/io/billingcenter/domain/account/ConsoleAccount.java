package io.billingcenter.domain.account;

/** The login that owns workspaces, known by its e-mail; it never pays (billing rules 5.1). */
public record ConsoleAccount(String email, String name) {}
