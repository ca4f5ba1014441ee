/** Forecasts into words, pictures and a page. */
export { writeForecastPage } from "./forecast-page.ts";
export { forecastText } from "./forecast-text.ts";
