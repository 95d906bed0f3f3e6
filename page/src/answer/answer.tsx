import { useData } from "../parts";
import { shown } from "../parts";

export function AnswerPage() {
    const data = useData();
    return <h1>{shown(data.review.title)}</h1>;
}
