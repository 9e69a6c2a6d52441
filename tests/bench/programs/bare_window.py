"""The floor of a cold start: one field and one button, in PySide6 alone."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from usable import UsableWatch

qt = QApplication(["bare"])
window = QWidget()
window.resize(1280, 800)
field = QLineEdit()
field.setEchoMode(QLineEdit.EchoMode.Password)
layout = QVBoxLayout(window)
layout.addWidget(field)
layout.addWidget(QPushButton("Unlock"))
watch = UsableWatch(field)
window.show()
field.setFocus()
qt.exec()
