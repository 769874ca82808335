// The administrator's token, where the server wants one.

import { login, logout } from "../api.js";
import { whileBusy } from "../shared/busy.js";
import { button, element, fill } from "../shared/dom.js";
import { reloadSession } from "../shared/session.js";

export class LoginPanel {
  constructor() {
    this.field = element("input", {
      type: "password",
      id: "token",
      autocomplete: "current-password",
      required: true,
    });
    this.enter = element("button", { type: "submit", className: "primary" }, "Unlock");
    this.problem = element("p", { className: "problem", role: "alert" });
    this.form = element(
      "form",
      { className: "login" },
      // Asked for by those who keep passwords.
      element("input", { type: "text", autocomplete: "username", value: "admin", hidden: true }),
      element("label", { htmlFor: "token" }, "Administrator's token"),
      this.field,
      this.enter,
      element(
        "p",
        { className: "muted" },
        "The server printed it when it started. Looking needs none.",
      ),
      this.problem,
    );
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.leave = button("Lock", () => this.lock(), "link");
    this.open = element("p", { className: "unlocked" }, "Unlocked on this browser.", this.leave);
    this.node = element("div", {}, this.form, this.open);
  }

  show(session) {
    this.form.hidden = session.admin || !session.token_required;
    this.open.hidden = !session.admin || !session.token_required;
  }

  async submit(event) {
    event.preventDefault();
    this.enter.disabled = true;
    fill(this.problem);
    try {
      await login(this.field.value.trim());
      this.field.value = "";
      await reloadSession();
      this.leave.focus(); // The form has gone, and the focus with it.
    } catch (failure) {
      fill(this.problem, failure.needsToken ? "That is not the token." : failure.message);
      this.field.select();
    } finally {
      this.enter.disabled = false;
    }
  }

  lock() {
    whileBusy(this.leave, "Locking…", async () => {
      await logout();
      await reloadSession();
    });
  }
}
