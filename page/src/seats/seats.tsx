import { t } from "../language";

export function SeatsPage() {
    return <h1>{t("Seats")}</h1>;
}
