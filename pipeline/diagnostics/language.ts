/** The two languages that the program speaks. */

export type Language = "zh" | "en";
export type Bilingual<Text = string> = Readonly<Record<Language, Text>>;
