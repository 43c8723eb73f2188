// The whole day: a budget runs low, and finance does what finance does.
import { DAY_MS } from "@audit-log/schemas";
import { ANNA, CATALOG, CHECKOUT, CHIARA, GRETA, METRICS, PLATFORM, SHOP, type Project } from "../cast.ts";
import { uuid } from "../digits.ts";
import { BILLING_ACCOUNT } from "../things.ts";
import {
  byPerson,
  byPlatform,
  byRobot,
  created,
  failure,
  inFolder,
  inOrganization,
  inProject,
  noContent,
  success,
  tell,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { id: billingAccountId, path } = BILLING_ACCOUNT;
const budgetId = uuid("budget checkout");
const EUROS = "EUR";
const account = { id: billingAccountId, name: BILLING_ACCOUNT.name };

export function billing(at: Clock): StoryEvent[] {
  return [...invoice(at), ...budget(at), ...costCentres(at), ...payment(at)];
}

/** The first and the last day of the month before. */
function monthBefore(time: number) {
  const date = new Date(time);
  const day = (monthOffset: number, dayOfMonth: number) =>
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthOffset, dayOfMonth)).toISOString().slice(0, 10);
  return { firstDay: day(-1, 1), lastDay: day(0, 0), thisMonth: day(0, 1) };
}

function invoice(at: Clock): StoryEvent[] {
  const invoiceId = uuid("invoice");
  const { firstDay, lastDay } = monthBefore(at(0));
  const invoiceNumber = `R-${firstDay.slice(0, 7)}-083127`;
  const amountCents = 1_284_377;
  const resource = { id: invoiceId, name: invoiceNumber };
  const collect = (minute: number, attempt: number, failureReason: string | null) =>
    tell(at(minute), (sdk) => sdk.billing.paymentCollected, {
      ...inOrganization(),
      ...byPlatform("payment-run"),
      outcome: failureReason === null ? success() : failure(402, "The card was declined."),
      resource: { id: uuid(`payment ${attempt}`) },
      details: {
        billingAccountId,
        paymentId: uuid(`payment ${attempt}`),
        invoiceId,
        invoiceNumber,
        paymentMethodId: uuid(attempt === 1 ? "old card" : "new card"),
        amountCents,
        currency: EUROS,
        failureReason,
        attempt,
        nextAttemptAt: failureReason === null ? null : at(minute) + DAY_MS / 2,
      },
    });
  return [
    tell(at(40), (sdk) => sdk.billing.invoiceAutoIssued, {
      ...inOrganization(),
      ...byPlatform("invoice-run"),
      resource,
      details: {
        billingAccountId,
        invoiceId,
        invoiceNumber,
        firstDay,
        lastDay,
        amountCents,
        currency: EUROS,
        dueAt: at(40) + 14 * DAY_MS,
      },
    }),
    collect(55, 1, "card-declined"),
    tell(at(590), (sdk) => sdk.billing.invoiceDownloaded, {
      ...inOrganization(),
      ...byPerson(GRETA, `GET ${path}/invoices/${invoiceId}/document`, { parameters: { format: "pdf" } }),
      resource,
      details: { billingAccountId, invoiceId, invoiceNumber, format: "pdf" },
      result: { pages: 12 },
    }),
    collect(775, 2, null),
    tell(at(600), (sdk) => sdk.billing.usageReportExported, {
      ...inOrganization(),
      ...byRobot(METRICS, `GET ${path}/usage`, { parameters: { from: firstDay, to: lastDay, granularity: "day" } }),
      resource: account,
      details: {
        billingAccountId,
        firstDay,
        lastDay,
        granularity: "day",
        format: "csv",
        projectIds: [CHECKOUT.id, CATALOG.id],
      },
    }),
  ];
}

function budget(at: Clock): StoryEvent[] {
  const resource = { id: budgetId, name: "Checkout" };
  const amountCents = 450_000;
  const reached = (minute: number, thresholdPercent: number, spentCents: number) =>
    tell(at(minute), (sdk) => sdk.billing.budgetThresholdReached, {
      ...inProject(CHECKOUT),
      ...byPlatform("budget-watch"),
      resource,
      details: {
        billingAccountId,
        budgetId,
        thresholdPercent,
        spentCents,
        amountCents,
        currency: EUROS,
        periodStart: monthBefore(at(0)).thisMonth,
      },
    });
  return [
    reached(610, 80, 361_842),
    tell(at(655), (sdk) => sdk.billing.budgetUpdated, {
      ...inProject(CHECKOUT),
      ...byPerson(CHIARA, `PUT ${path}/budgets/${budgetId}`, {
        body: { amountCents: 900_000 },
        outcome: failure(409, "The budget was changed by somebody else."),
      }),
      resource,
      details: { billingAccountId, budgetId, amountCents: 900_000 },
    }),
    reached(865, 100, 450_127),
    tell(at(900), (sdk) => sdk.billing.budgetUpdated, {
      ...inProject(CHECKOUT),
      ...byPerson(GRETA, `PUT ${path}/budgets/${budgetId}`, {
        body: { amountCents: 600_000, recipients: [CHIARA.email, GRETA.email] },
      }),
      resource,
      details: { billingAccountId, budgetId, amountCents: 600_000, recipients: [CHIARA.email, GRETA.email] },
    }),
    tell(at(905), (sdk) => sdk.billing.budgetCreated, {
      ...inProject(CATALOG),
      ...byPerson(GRETA, `POST ${path}/budgets`, { body: { name: "Catalog", amountCents: 200_000 }, outcome: created }),
      resource: { id: uuid("budget catalog"), name: "Catalog" },
      details: {
        billingAccountId,
        budgetId: uuid("budget catalog"),
        name: "Catalog",
        amountCents: 200_000,
        currency: EUROS,
        period: "month",
        thresholdPercents: [50, 80, 100],
        recipients: [CHIARA.email],
      },
      result: { id: uuid("budget catalog") },
    }),
  ];
}

function costCentres(at: Clock): StoryEvent[] {
  const changed = (minute: number, project: Project, previousCostCentre: string, costCentre: string) =>
    tell(at(minute), (sdk) => sdk.billing.costCentreUpdated, {
      ...inProject(project),
      ...byPerson(GRETA, `PUT ${path}/projects/${project.id}/cost-centre`, {
        body: { costCentre },
        outcome: noContent,
      }),
      resource: { id: project.id, name: project.name },
      details: { billingAccountId, costCentre, previousCostCentre },
    });
  return [
    changed(910, CHECKOUT, "4711", "4730"),
    changed(911, CATALOG, "4711", "4731"),
    tell(at(913), (sdk) => sdk.billing.costCentreAdded, {
      ...inFolder(PLATFORM),
      ...byPerson(GRETA, `PUT ${path}/folders/${PLATFORM.id}/cost-centre`, { outcome: noContent }),
      resource: { id: PLATFORM.id, name: PLATFORM.name },
      details: { billingAccountId, costCentre: "4800" },
    }),
    tell(at(914), (sdk) => sdk.billing.costCentreRemoved, {
      ...inFolder(SHOP),
      ...byPerson(GRETA, `DELETE ${path}/folders/${SHOP.id}/cost-centre`, { outcome: noContent }),
      resource: { id: SHOP.id, name: SHOP.name },
      details: { billingAccountId, costCentre: "4700" },
    }),
  ];
}

function payment(at: Clock): StoryEvent[] {
  const card = { kind: "card", brand: "visa", lastFour: "4242" };
  const paymentMethodId = uuid("new card");
  const resource = { id: paymentMethodId, name: "visa 4242" };
  return [
    tell(at(760), (sdk) => sdk.billing.paymentMethodAdded, {
      ...inOrganization(),
      ...byPerson(GRETA, `POST ${path}/payment-methods`, { body: { kind: "card" }, outcome: created }),
      resource,
      details: { billingAccountId, paymentMethodId, ...card, isDefault: false },
    }),
    tell(at(762), (sdk) => sdk.billing.defaultPaymentMethodUpdated, {
      ...inOrganization(),
      ...byPerson(GRETA, `PUT ${path}/default-payment-method`, { body: { id: paymentMethodId } }),
      resource,
      details: { billingAccountId, paymentMethodId, ...card, previousPaymentMethodId: uuid("old card") },
    }),
    tell(at(765), (sdk) => sdk.billing.accountUpdated, {
      ...inOrganization(),
      ...byPerson(ANNA, `PATCH ${path}`, { body: { contactEmail: GRETA.email } }),
      resource: account,
      details: {
        billingAccountId,
        contactEmail: GRETA.email,
        address: { street: "Hauptstrasse 14", postalCode: "74172", city: "Neckarsulm", country: "DE" },
      },
    }),
  ];
}
