// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** A billing account was created. */
export interface AccountCreated {
  /** Id of the billing account; null where it was not created. */
  billingAccountId?: string | null | undefined;
  /** Who is billed. */
  companyName: string;
  /** E-mail of the contact. */
  contactEmail: string;
  /** Where invoices are sent. */
  invoiceEmails: string[];
  /** Where the company is. */
  address: Address;
  /** Currency, ISO 4217, e.g. EUR. */
  currency: string;
  /** Tax id, e.g. a VAT number; null where none was given. */
  taxId?: string | null | undefined;
}

/** A postal address. */
export interface Address {
  /** Street and number. */
  street: string;
  /** Postal code. */
  postalCode: string;
  /** City. */
  city: string;
  /** ISO 3166-1 alpha-2, e.g. DE. */
  country: string;
}

/** Details of a billing account were changed. */
export interface AccountUpdated {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Who is billed after the change; null where unchanged. */
  companyName?: string | null | undefined;
  /** E-mail of the new contact; null where unchanged. */
  contactEmail?: string | null | undefined;
  /** Where invoices are sent after the change; null where unchanged. */
  invoiceEmails?: string[] | null | undefined;
  /** Where the company is after the change; null where unchanged. */
  address?: Address | null | undefined;
  /** Currency of invoices after the change, ISO 4217; null where unchanged. */
  currency?: string | null | undefined;
}

/** A billing account was closed. */
export interface AccountClosed {
  /** Id of the billing account. */
  billingAccountId: string;
  /** When the last billing period ends, milliseconds UTC; null: at once. */
  closesAt?: number | null | undefined;
  /** Why, in the words of whoever did it; null where not said. */
  reason?: string | null | undefined;
}

/** The tax id of a billing account was changed. */
export interface TaxIdUpdated {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Tax id after the change, e.g. a VAT number; null where it was removed. */
  taxId?: string | null | undefined;
  /** Tax id before; null where there was none. */
  previousTaxId?: string | null | undefined;
  /** Country of the tax id, ISO 3166-1 alpha-2. */
  country: string;
}

/** The contract of a billing account was changed. */
export interface ContractUpdated {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the contract. */
  contractId: string;
  /** Support plan after the change, e.g. premium; null where unchanged. */
  supportPlan?: string | null | undefined;
  /** Committed spending per term in cents of the currency, 0: none; null where unchanged. */
  commitmentCents?: number | null | undefined;
  /** Currency of the commitment, ISO 4217; null where unchanged. */
  currency?: string | null | undefined;
  /** When the term ends, milliseconds UTC; null where unchanged. */
  endsAt?: number | null | undefined;
  /** Whether it goes on after the term unless ended; null where unchanged. */
  renewsItself?: boolean | null | undefined;
}

/** A payment method was added to a billing account. */
export interface PaymentMethodAdded {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the payment method; null where it was not added. */
  paymentMethodId?: string | null | undefined;
  /** Kind, e.g. card, sepa-direct-debit or invoice. */
  kind: string;
  /** Brand of a card, e.g. visa; null where it is none. */
  brand?: string | null | undefined;
  /** Last four digits of the card or account; null where it has none. */
  lastFour?: string | null | undefined;
  /** Whether it is charged after the change. */
  isDefault: boolean;
}

/** Another payment method of a billing account was made the default: it is charged from now on. */
export interface DefaultPaymentMethodUpdated {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the payment method. */
  paymentMethodId: string;
  /** Kind, e.g. card, sepa-direct-debit or invoice. */
  kind: string;
  /** Brand of a card, e.g. visa; null where it is none. */
  brand?: string | null | undefined;
  /** Last four digits of the card or account; null where it has none. */
  lastFour?: string | null | undefined;
  /** Id of the default before; null where there was none. */
  previousPaymentMethodId?: string | null | undefined;
}

/** A payment method was removed from a billing account. */
export interface PaymentMethodRemoved {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the payment method. */
  paymentMethodId: string;
  /** Kind, e.g. card, sepa-direct-debit or invoice. */
  kind: string;
  /** Brand of a card, e.g. visa; null where it is none. */
  brand?: string | null | undefined;
  /** Last four digits of the card or account; null where it has none. */
  lastFour?: string | null | undefined;
}

/** A budget was created. */
export interface BudgetCreated {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the budget; null where it was not created. */
  budgetId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** Budget per period in cents of the currency. */
  amountCents: number;
  /** Currency, ISO 4217, e.g. EUR. */
  currency: string;
  /** month, quarter or year. */
  period: string;
  /** Shares of the budget at which the recipients are told. */
  thresholdPercents: number[];
  /** E-mails of those who are told. */
  recipients: string[];
}

/** A budget was changed. */
export interface BudgetUpdated {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the budget. */
  budgetId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** New budget per period in cents of the currency; null where unchanged. */
  amountCents?: number | null | undefined;
  /** Currency after the change, ISO 4217; null where unchanged. */
  currency?: string | null | undefined;
  /** month, quarter or year after the change; null where unchanged. */
  period?: string | null | undefined;
  /** Shares of the budget at which the recipients are told after the change; null where unchanged. */
  thresholdPercents?: number[] | null | undefined;
  /** E-mails of those who are told after the change; null where unchanged. */
  recipients?: string[] | null | undefined;
}

/** A budget was deleted: nobody is told any more what it watched. */
export interface BudgetDeleted {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the budget. */
  budgetId: string;
}

/** A cost centre was assigned to an organization, folder or project that had none. */
export interface CostCentreAdded {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Cost centre that bears the costs. */
  costCentre: string;
}

/** Another cost centre was assigned to an organization, folder or project. */
export interface CostCentreUpdated {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Cost centre that bears the costs after the change. */
  costCentre: string;
  /** Cost centre that bore them before. */
  previousCostCentre: string;
}

/** The cost centre of an organization, folder or project was taken away. */
export interface CostCentreRemoved {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Cost centre that bore the costs until now. */
  costCentre: string;
}

/** An invoice was downloaded. */
export interface InvoiceDownloaded {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the invoice. */
  invoiceId: string;
  /** Number on the invoice. */
  invoiceNumber: string;
  /** Format, e.g. pdf or xrechnung. */
  format: string;
}

/** A usage report was exported. */
export interface UsageReportExported {
  /** Id of the billing account. */
  billingAccountId: string;
  /** First day of the report, e.g. 2026-10-01. */
  firstDay: string;
  /** Last day of the report, e.g. 2026-10-31. */
  lastDay: string;
  /** day or month. */
  granularity: string;
  /** Format, e.g. csv or json. */
  format: string;
  /** Projects in the report; empty: all of the billing account. */
  projectIds: string[];
}

/** Spending reached a threshold of a budget. */
export interface BudgetThresholdReached {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the budget. */
  budgetId: string;
  /** Threshold that was reached, as a share of the budget. */
  thresholdPercent: number;
  /** Spent in the period so far, in cents of the currency. */
  spentCents: number;
  /** Budget per period in cents of the currency. */
  amountCents: number;
  /** Currency, ISO 4217, e.g. EUR. */
  currency: string;
  /** First day of the period, e.g. 2026-11-01. */
  periodStart: string;
}

/** An invoice was issued. */
export interface InvoiceAutoIssued {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the new invoice. */
  invoiceId: string;
  /** Number on the invoice. */
  invoiceNumber: string;
  /** First day that it bills, e.g. 2026-10-01. */
  firstDay: string;
  /** Last day that it bills, e.g. 2026-10-31. */
  lastDay: string;
  /** Total with taxes in cents of the currency. */
  amountCents: number;
  /** Currency, ISO 4217, e.g. EUR. */
  currency: string;
  /** When it has to be paid, milliseconds UTC. */
  dueAt: number;
}

/** The payment of an invoice was collected, or could not be: then the outcome is a failure. */
export interface PaymentCollected {
  /** Id of the billing account. */
  billingAccountId: string;
  /** Id of the payment. */
  paymentId: string;
  /** Id of the invoice. */
  invoiceId: string;
  /** Number on the invoice. */
  invoiceNumber: string;
  /** Id of the payment method. */
  paymentMethodId: string;
  /** Amount in cents of the currency. */
  amountCents: number;
  /** Currency, ISO 4217, e.g. EUR. */
  currency: string;
  /** Why it failed, e.g. card-declined, card-expired or insufficient-funds; null where it did not. */
  failureReason?: string | null | undefined;
  /** Which attempt it was, counted from 1. */
  attempt: number;
  /** When it is tried again, milliseconds UTC; null where it is not. */
  nextAttemptAt?: number | null | undefined;
}
