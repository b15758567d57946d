"""A form field called "action" hides the form's own address from scripts: the editor could not save by itself."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("services", "0001_initial")]

    operations = [migrations.RenameField("servicepage", "action", "first_action")]
