extension KeyTable {
  /// Keys that somebody who thinks in Spanish writes, and what they are called.
  static let spanish: [String: String] = [
    "titulo": "title", "título": "title", "descripcion": "description", "descripción": "description",
    "resumen": "summary", "fecha": "date", "borrador": "draft", "etiquetas": "tags",
    "categorias": "categories",
    "categorías": "categories", "serie": "series", "autor": "author", "autores": "authors", "imagen": "image",
    "portada": "cover", "idioma": "language", "peso": "weight", "enlaces": "links",
    "palabras_clave": "keywords",
  ]
}
