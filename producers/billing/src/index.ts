// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { Recorder } from "@audit-log/producer-core";
import type * as billingEvents from "@audit-log/schemas/billing/billing";

/** Billing: Billing accounts, payment, budgets. */
export const billing = (recorder: Pick<Recorder, "event">) => ({
  billing: {
    /** A billing account was created. */
    accountCreated: recorder.event<billingEvents.AccountCreated>("billing.account.create"),
    /** Details of a billing account were changed. */
    accountUpdated: recorder.event<billingEvents.AccountUpdated>("billing.account.update"),
    /** A billing account was closed. */
    accountClosed: recorder.event<billingEvents.AccountClosed>("billing.account.close"),
    /** The tax id of a billing account was changed. */
    taxIdUpdated: recorder.event<billingEvents.TaxIdUpdated>("billing.tax-id.update"),
    /** The contract of a billing account was changed. */
    contractUpdated: recorder.event<billingEvents.ContractUpdated>("billing.contract.update"),
    /** A payment method was added to a billing account. */
    paymentMethodAdded: recorder.event<billingEvents.PaymentMethodAdded>("billing.payment-method.add"),
    /** Another payment method of a billing account was made the default: it is charged from now on. */
    defaultPaymentMethodUpdated: recorder.event<billingEvents.DefaultPaymentMethodUpdated>(
      "billing.default-payment-method.update",
    ),
    /** A payment method was removed from a billing account. */
    paymentMethodRemoved: recorder.event<billingEvents.PaymentMethodRemoved>("billing.payment-method.remove"),
    /** A budget was created. */
    budgetCreated: recorder.event<billingEvents.BudgetCreated>("billing.budget.create"),
    /** A budget was changed. */
    budgetUpdated: recorder.event<billingEvents.BudgetUpdated>("billing.budget.update"),
    /** A budget was deleted: nobody is told any more what it watched. */
    budgetDeleted: recorder.event<billingEvents.BudgetDeleted>("billing.budget.delete"),
    /** A cost centre was assigned to an organization, folder or project that had none. */
    costCentreAdded: recorder.event<billingEvents.CostCentreAdded>("billing.cost-centre.add"),
    /** Another cost centre was assigned to an organization, folder or project. */
    costCentreUpdated: recorder.event<billingEvents.CostCentreUpdated>("billing.cost-centre.update"),
    /** The cost centre of an organization, folder or project was taken away. */
    costCentreRemoved: recorder.event<billingEvents.CostCentreRemoved>("billing.cost-centre.remove"),
    /** An invoice was downloaded. */
    invoiceDownloaded: recorder.event<billingEvents.InvoiceDownloaded>("billing.invoice.download"),
    /** A usage report was exported. */
    usageReportExported: recorder.event<billingEvents.UsageReportExported>("billing.usage-report.export"),
    /** Spending reached a threshold of a budget. */
    budgetThresholdReached: recorder.event<billingEvents.BudgetThresholdReached>("billing.budget.threshold.reach"),
    /** An invoice was issued. */
    invoiceAutoIssued: recorder.event<billingEvents.InvoiceAutoIssued>("billing.invoice.auto-issue"),
    /** The payment of an invoice was collected, or could not be: then the outcome is a failure. */
    paymentCollected: recorder.event<billingEvents.PaymentCollected>("billing.payment.collect"),
  },
});
