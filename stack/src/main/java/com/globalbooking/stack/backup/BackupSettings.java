package com.globalbooking.stack.backup;

/**
 * What the configuration decides about copies of the data.
 *
 * @param vaults whether AWS Backup keeps daily copies, in this Region and in another
 * @param lock who may delete one of them before its time
 */
public record BackupSettings(boolean vaults, VaultLock lock) {}
