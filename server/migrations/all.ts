import type { Constructor } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import { TheHouse0001 } from './0001-the-house.ts';
import { TalkInFull0002 } from './0002-talk-in-full.ts';
import { Drafts0003 } from './0003-drafts.ts';
import { Governing0004 } from './0004-governing.ts';
import { MoreTime0005 } from './0005-more-time.ts';
import { BlindFirstPass0006 } from './0006-blind-first-pass.ts';
import { TheAccount0007 } from './0007-the-account.ts';
import { InboxAndMail0008 } from './0008-inbox-and-mail.ts';
import { LeavingAndSigningIn0009 } from './0009-leaving-and-signing-in.ts';
import { Search0010 } from './0010-search.ts';
import { Registers0011 } from './0011-registers.ts';
import { ReportsAreSettled0012 } from './0012-reports-are-settled.ts';
import { AccountsMayBeRefused0013 } from './0013-accounts-may-be-refused.ts';
import { ResidentIndex0014 } from './0014-resident-index.ts';
import { IndexVersions0015 } from './0015-index-versions.ts';
import { EvidenceOfOnesOwn0016 } from './0016-evidence-of-ones-own.ts';
import { Plans0018 } from './0018-plans.ts';
import { FeedKept0020 } from './0020-feed-kept.ts';
import { Weights0021 } from './0021-weights.ts';
import { SettingsHaveVersions0022 } from './0022-settings-have-versions.ts';
import { StaffSecondStep0023 } from './0023-staff-second-step.ts';
import { TheSizeOfAVersion0024 } from './0024-the-size-of-a-version.ts';
import { ListsShown0025 } from './0025-lists-shown.ts';

/** Every migration, oldest first. */
export const migrations: Constructor<Migration>[] = [
  TheHouse0001,
  TalkInFull0002,
  Drafts0003,
  Governing0004,
  MoreTime0005,
  BlindFirstPass0006,
  TheAccount0007,
  InboxAndMail0008,
  LeavingAndSigningIn0009,
  Search0010,
  Registers0011,
  ReportsAreSettled0012,
  AccountsMayBeRefused0013,
  ResidentIndex0014,
  IndexVersions0015,
  EvidenceOfOnesOwn0016,
  Plans0018,
  FeedKept0020,
  Weights0021,
  SettingsHaveVersions0022,
  StaffSecondStep0023,
  TheSizeOfAVersion0024,
  ListsShown0025,
];
