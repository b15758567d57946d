"""Forms of the staff for devices."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.classification import Area
from core.models import User
from core.rights import areas_of
from kiosk.models import Device
from kiosk.secrecy import ALPHABET, CODE_LENGTH, PIN_LENGTH, tidy


class DeviceForm(forms.ModelForm):
    """How a device is set up. An empty PIN keeps the one there is."""

    pin = forms.CharField(
        label=_("PIN of the staff mode"), required=False, max_length=PIN_LENGTH,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "new-password"}),
        help_text=_("Six digits. Press the upper right corner of the attract screen for five seconds to use it."),
    )  # fmt: skip

    class Meta:
        model = Device
        fields = [
            "name", "area", "language", "paper", "mm_per_px", "idle_seconds", "warning_seconds", "hours",
        ]  # fmt: skip

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = areas_of(user)
        if areas is not None:
            self.fields["area"].queryset = Area.objects.filter(pk__in=areas)
        if not self.instance.pin_hash:
            self.fields["pin"].required = True

    def clean_pin(self) -> str:
        pin = self.cleaned_data["pin"]
        if pin and not re.fullmatch(rf"[0-9]{{{PIN_LENGTH}}}", pin):
            raise forms.ValidationError(_("The PIN has six digits."))
        if pin and len(set(pin)) == 1:
            raise forms.ValidationError(_("Choose a PIN that is harder to guess than one digit six times."))
        return pin


class EnrolForm(DeviceForm):
    """The same with the code that the screen shows."""

    code = forms.CharField(
        label=_("Code on the screen"), max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("Eight letters and digits. It works for ten minutes."),
    )  # fmt: skip
    field_order = ["code", *DeviceForm.Meta.fields, "pin"]

    def clean_code(self) -> str:
        code = tidy(self.cleaned_data["code"])
        if len(code) != CODE_LENGTH:
            raise forms.ValidationError(_("The code has eight letters and digits."))
        strange = sorted(set(code) - set(ALPHABET))
        if strange:
            raise forms.ValidationError(
                _("%(characters)s does not occur in codes: there is no zero, no O, no one and no I."),
                params={"characters": " ".join(strange)},
            )
        return code
